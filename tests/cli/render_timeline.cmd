# Lanes by category, bars of what is active: the draw list names them.
$ vidik render {data}/days.csv -o a.txt --size 1200x800 --timeline lanes=category,bars=active,scale=log
file a.txt Active per
file a.txt log scale
file a.txt Sabotage
