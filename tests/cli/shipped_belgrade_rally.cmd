$ vidik events --json --at 2025-03-15 --window 1d --mode window
stdout (?i)belgrade
