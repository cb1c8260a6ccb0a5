$ vidik render {data}/days.csv -o x.png --select days/none
exit 2
stdout ^\Z
stderr --select: there is no event "days/none"
