# A day of 23 hours has four steps of six hours, the last one shorter.
$ vidik film {data}/days.csv -o a.gif --from 2025-03-30 --to 2025-03-30 --step 6h --plan
stdout ^00000\t2025-03-30T00:00:00\+01:00/2025-03-30T07:00:00\+02:00$
stdout ^00003\t2025-03-30T19:00:00\+02:00/2025-03-31T00:00:00\+02:00$
stdout not ^00004
