# What is there is never written over.
$ vidik plugin new blocked-roads --lang no-code --id net.example.roads
$ vidik plugin new blocked-roads
exit 1
stderr there is something of this name already.*: blocked-roads
file blocked-roads/plugin.json.in \{\n  "id": "net.example.roads",\n  "layer": "blocked-roads",\n  "name": "Blocked roads",
