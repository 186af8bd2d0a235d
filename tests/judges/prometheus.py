"""Checks that FILE is the text form of Prometheus: `prometheus.py FILE`. The judge is the parser of
PyPI's prometheus-client, which also wants every sample to be of the family before it, told once
with its kind. Prints the names of the families, or what is wrong and exits with 1."""
import sys
from prometheus_client.parser import text_string_to_metric_families

names = []
try:
    for family in text_string_to_metric_families(open(sys.argv[1], encoding="utf-8").read()):
        if family.type == "unknown":
            raise ValueError(f"{family.name} has no kind")
        if family.name in names:
            raise ValueError(f"{family.name} is there twice")
        if not family.samples:
            raise ValueError(f"{family.name} has no sample")
        names.append(family.name)
except Exception as error:
    sys.exit(print(f"{error!r}") or 1)
print(" ".join(sorted(names)))
