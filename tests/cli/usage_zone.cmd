$ vidik events {data}/days.csv --zone Mars/X
exit 2
stdout ^\Z
stderr --zone: there is no time zone of this name
