# The same rule as for a picture: nothing is drawn while a question is open.
$ vidik film {data}/day_or_month.csv -o a.gif
exit 1
stderr .
