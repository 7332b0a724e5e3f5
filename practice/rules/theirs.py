"""What the client thinks, hears from others or fears: said back, it is no roadblock.

"They keep telling you it is just a phase" makes nothing smaller; it says what others do.
"""

from __future__ import annotations

SAYS = "(says|insists|reckons|tells you) (that|) (you|it|he|she|they)"
THEIRS = (
    (
        "you (feel|felt|think|thought|believe|say|said|tell yourself|fear|worry|"
        "wish|hope|want|wonder|were told|are told|keep hearing)"
    ),
    (
        "(he|she|they|people|everyone|everybody|mother|father|mum|dad|boss|others|who|<kin>) "
        "(say|says|said|think|thinks|tell|tells|told|call|calls)"
    ),
    "you know _",
    SAYS,
    "(telling|tell|tells|told|saying) you",
    (
        "you (are|were|have been) (worried|afraid|scared|terrified|frightened|hoping|sure|told|"
        "wondering|not sure)"
    ),
    (
        "(afraid|scared|worried|frightened|terrified|nervous|anxious|fear|dread|dreading) "
        "(that|you|it|he|she|they|of)"
    ),
)
