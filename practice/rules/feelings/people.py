"""Who a word stands for: pronouns, possessives, and nouns for people."""

from __future__ import annotations

POSSESSIVES = frozenset(("my", "your", "his", "her", "their", "our"))

YOU = frozenset(("you", "your", "yours", "yourself", "yourselves", "u", "ur", "ya"))
ME = frozenset(("i", "me", "my", "mine", "myself"))
WE = frozenset(("we", "us", "our", "ours", "ourselves"))
OTHERS = frozenset(
    (
        *("he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs"),
        *("himself", "herself", "themselves", "themself", "everyone", "everybody", "someone"),
        *("somebody", "anyone", "anybody", "nobody", "people", "others", "who"),
    )
)
OBJECTS = frozenset(("you", "me", "him", "her", "them", "us", "people", "someone", "everyone"))

PERSON = "<person>"  # stands for a name, and in a phrase for any noun for a person
PERSONS = frozenset(
    """
    mother mum mom mam mama mummy mommy father dad daddy papa parent parents stepmother
    stepfather stepmum stepdad stepmom son daughter child children kid kids baby toddler
    teenager boy boys girl girls sons daughters brother sister brothers sisters sibling
    siblings twin twins grandmother grandfather gran granny grandma grandpa grandad granddad
    nan nana grandson granddaughter grandchildren grandparents uncle aunt auntie cousin
    cousins niece nephew husband wife spouse partner boyfriend girlfriend fiance fiancee ex
    exes lover family families relatives friend friends mate mates buddy roommate roommates
    flatmate flatmates housemate housemates neighbour neighbor neighbours neighbors
    colleague colleagues coworker coworkers workmate workmates boss bosses manager managers
    supervisor supervisors employer landlord landlady tenant tenants teacher teachers tutor
    tutors professor professors lecturer coach headteacher principal student students pupil
    pupils classmate classmates doctor doctors gp nurse nurses surgeon consultant midwife
    therapist therapists counsellor counsellors counselor counselors psychologist
    psychiatrist carer carers patient patients client clients customer customers guest
    guests stranger strangers officer officers police policeman lawyer solicitor priest imam
    rabbi pastor vicar man men woman women guy guys lady ladies gentleman person persons
    team crew staff crowd audience teammates teammate captain owner driver passenger
    passengers adult adults youth teen teens youngster youngsters bully bullies bridesmaid
    bride groom widow widower caller callers volunteer volunteers listener soldier soldiers
    victim victims survivor survivors addict folks dog cat inlaws magistrate policewoman
    nephews nieces uncles aunts grandchild grandkids caseworker mentor examiner trainer
    apprentice toddlers babies husbands wives fathers mothers dads mums moms brides
    godmother godfather goddaughter godson stepson stepdaughter chap lad lads lass
    """.split()
) | {PERSON}
# Words with a capital that are nobody's name.
NAMELESS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter ramadan eid diwali hanukkah
    god english french german spanish british american african asian european london paris europe
    america england ireland scotland wales africa asia india poland internet zoom work life home
    school college university everything nothing something anything today tonight yesterday
    tomorrow time money food sleep love grief marriage part being it this that there what who how
    why when where so and but or if then just still maybe perhaps yes no oh well okay hmm now
    anger fear shame guilt loneliness sadness hope relief joy stress anxiety pride
    """.split()
)
