"""Events with their number inside their name: 二十国集团领导人第二十次峰会 is the 20th 二十国集团领导人峰会."""

import re
from collections.abc import Iterator
from functools import cache

from glossary.lexicon import Lexicon
from glossary.recognise import sessions
from glossary.recognise.meetings import numbered
from glossary.recognise.model import Reading

_NUMBER = re.compile("第([0-9]+|[一二三四五六七八九十百零]+)[次届]")
_LONGEST = 30


@cache
def _before() -> re.Pattern[str]:
    return re.compile("[\u3400-\u9fffA-Z0-9()+—-]{2,30}$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile("[\u3400-\u9fff]{2,12}")


def parted_events(lexicon: Lexicon, key: str) -> Iterator[Reading]:
    """The events of a lexicon that stand in a match key with a number between the words of their names."""
    for match in _NUMBER.finditer(key):
        before = _before().search(key[max(0, match.start() - _LONGEST) : match.start()])
        after = _after().match(key, match.end())
        number = sessions.value(match[1])
        if not (before and after and number):
            continue
        joint = len(before[0])
        events = [event for event in lexicon.find(before[0] + after[0])[0] if event.kind.startswith("event")]
        # 杭州第19届亚运会 is the 19th 亚运会, whatever the glossary calls 杭州亚运会.
        across = (event for event in events if event.start < joint < event.end)
        event = None if any(each.start == joint for each in events) else next(across, None)
        if event:
            start, end = match.start() - joint + event.start, match.end() + event.end - joint
            ways = numbered(event, number)
            yield Reading(start, end, "event", ways[0], ways[1:])
