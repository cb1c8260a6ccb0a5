$ vidik events --json --at 2025-03-15 --window 1d --mode window
stdout "id": *"bg-15for15"
