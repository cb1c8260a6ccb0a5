# A way of showing the timeline that does not exist is named, and so are those that do.
$ vidik render {data}/days.csv -o x.png --timeline lanes=colour
exit 2
stderr ^vidik: .*lanes.*category.*country
