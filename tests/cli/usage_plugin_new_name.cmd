# A name that could be no file, layer and id is refused before anything is made.
$ vidik plugin new Roads
exit 2
stderr an overlay's name has 2 to 40 of a-z 0-9 _ - and begins with a letter, unlike "Roads"
