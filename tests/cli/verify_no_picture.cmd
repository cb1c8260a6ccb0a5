# What is no picture of ours is said in a sentence, the path last.
$ vidik verify {data}/days.csv
exit 1
stdout ^\Z
stderr \Avidik: carries no state of Vidik[^\n]*days\.csv\n\Z
