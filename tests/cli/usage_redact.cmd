# The word that is wrong, and where.
$ vidik events {data}/days.csv --redact grid=5km,hidden=48h
exit 2
stdout ^\Z
stderr \Avidik: --redact: "hidden=48h" \(character 10\) is none of grid=5km, municipality, hide=48h, as-of=TIME, drop=FIELD,FIELD or none\n\Z
