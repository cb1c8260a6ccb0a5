# The three overlays are ready and say what they serve.
$ vidik plugin list --json
stdout "org\.vidik\.protests"
stdout "org\.vidik\.sabotage"
stdout "org\.vidik\.troops"
stdout vidik\.events/1
stdout not "state": *"(refused|failed|quarantined)"
