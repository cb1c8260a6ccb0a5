$ vidik events {data}/days.csv --filter categori=protest
exit 2
stderr --filter: there is no column or field "categori"
