$ vidik render {data}/days.csv -o a.png --size 320x200
$ vidik verify a.png --data {data} --json
json holds = true
json inputs.0.name = "days.csv"
json events.count = 5
