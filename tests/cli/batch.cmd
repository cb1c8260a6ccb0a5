# A file of commands: each is done, what failed is named, and the worst end is the end.
$ vidik batch {data}/jobs.txt
exit 2
stderr line 4 of .*jobs.txt ended with 2
stderr 2 of 3 done
