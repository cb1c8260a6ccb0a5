$ vidik render -o a.png --size 320x200 --at 2025-03-15 --window 1d --mode window
$ vidik sources a.png --csv
stdout \Aname,url,archive,date,events\n
