# A denied overlay of ours stays off, under its short name too, and a picture does not miss it.
$ vidik plugin deny sabotage
$ vidik events --json --strict
stdout not "layer": ?"sabotage"
stdout "layer": ?"protests"
