# The three overlays are ready and say what they serve.
$ vidik plugin list --json
stdout "protests"
stdout "sabotage"
stdout "troops"
stdout vidik\.events/1
stdout not "state": *"(refused|failed|quarantined)"
