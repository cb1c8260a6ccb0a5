$ vidik plugin new roads --lang rust
exit 2
stderr --lang is one of c, cpp and no-code, not "rust"
