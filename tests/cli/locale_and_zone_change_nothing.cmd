# A comma-decimal locale and another zone of the process change no byte.
env TZ=Asia/Kolkata
env LC_ALL=de_DE.UTF-8
$ vidik events {data}/days.csv --json
json events.0.lon = 20.86
json events.0.begin = "2024-11-29T00:00:00+01:00"
