# A mode that does not exist is named, and so are those that do.
$ vidik events {data}/days.csv --mode sometimes
exit 2
stderr ^vidik: .*instant.*cumulative
