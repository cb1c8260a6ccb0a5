# The draw list as text, for tests and for the curious.
$ vidik render {data}/days.csv -o a.txt --size 320x200
file a.txt \w
