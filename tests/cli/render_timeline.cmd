# Lanes by category, bars of what is active: the draw list names them.
$ vidik render {data}/days.csv -o a.txt --size 1200x800 --timeline lanes=category,bars=active,scale=log
file a.txt [\s\S]*"Active per day"[\s\S]*"log scale"[\s\S]*"Sabotage"
