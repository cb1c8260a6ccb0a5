$ vidik events --json --at 2024-11-29T20:00 --mode instant
stdout (?i)canal
