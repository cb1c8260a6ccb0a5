# Both names where two are usual, in the order asked for.
$ vidik render {data}/days.csv --view 21,42.6,8 --lang both --pair-order sr-first -o a.txt
file a.txt (?s).*Pri.{1,2}tina / Prishtin
