"""Checks that each line of FILE is a CloudEvents 1.0 event: `cloud_events.py FILE`. The judge is
PyPI's cloudevents. Prints `N CloudEvents`, or the first line that is none and exits with 1."""
import json, sys
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent

count = 0
for row in open(sys.argv[1], "rb"):
    count += 1
    try:
        # The library would invent these where they are missing. A withheld entry tells no time.
        told = json.loads(row)
        time = set() if told.get("type") == "plenary.withheld" else {"time"}
        missing = ({"specversion", "id"} | time) - told.keys()
        if missing:
            raise ValueError(f"{sorted(missing)} missing")
        event = JSONFormat().read(CloudEvent, row)
        assert event.get_specversion() == "1.0" and event.get_type() and event.get_source()
    except Exception as error:
        sys.exit(print(f"line {count}: {error!r}") or 1)
print(f"{count} CloudEvents")
