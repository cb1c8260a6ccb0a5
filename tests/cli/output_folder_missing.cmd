# A picture that cannot be written is a failed job.
$ vidik render {data}/days.csv -o nowhere/a.png --size 320x200
exit 1
stderr \Avidik: [^\n]*nowhere/a\.png\n\Z
