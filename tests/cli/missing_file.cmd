# What failed, why, and the path last.
$ vidik events nowhere.csv
exit 1
stdout ^\Z
stderr \Avidik: [^\n]*nowhere\.csv\n\Z
