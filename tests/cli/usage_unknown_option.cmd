# A word that no command knows is wrong usage, said in one line.
$ vidik events --no-such-thing
exit 2
stdout ^$
stderr ^vidik: .*no-such-thing
