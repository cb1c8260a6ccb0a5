$ vidik events {data}/days.csv --redact drop=reporter
exit 2
stdout ^\Z
stderr no field or column "reporter"
