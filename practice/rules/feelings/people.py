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

PERSONS = frozenset(
    """
    mother mum mom mam mama mummy mommy father dad daddy papa parent parents stepmother stepfather
    stepmum stepdad stepmom son daughter child children kid kids baby toddler teenager boy boys girl girls
    sons daughters brother sister brothers sisters sibling siblings twin twins grandmother grandfather
    gran granny grandma grandpa grandad granddad nan nana grandson granddaughter grandchildren
    grandparents uncle aunt auntie cousin cousins niece nephew husband wife spouse partner boyfriend
    girlfriend fiance fiancee ex exes lover family families relatives in-laws mother-in-law father-in-law
    sister-in-law brother-in-law friend friends mate mates buddy roommate roommates flatmate flatmates
    housemate housemates neighbour neighbor neighbours neighbors colleague colleagues coworker coworkers
    co-worker co-workers workmate workmates boss bosses manager managers supervisor supervisors employer
    landlord landlady tenant tenants teacher teachers tutor tutors professor professors lecturer coach
    headteacher principal student students pupil pupils classmate classmates doctor doctors gp
    nurse nurses surgeon consultant midwife therapist therapists counsellor counsellors counselor
    counselors psychologist psychiatrist social-worker carer carers patient patients client clients
    customer customers guest guests stranger strangers officer officers police policeman judge lawyer
    solicitor priest imam rabbi pastor vicar man men woman women guy guys lady ladies gentleman person
    persons team crew staff crowd audience team-mates teammates teammate captain owner driver
    passenger passengers adult adults youth teen teens youngster youngsters bully bullies bridesmaid
    bride groom widow widower caller callers volunteer volunteers listener soldier soldiers victim
    victims survivor survivors addict parents-in-law folks everyone-else dog cat
    """.split()
)
