$ vidik plugin allow org.example.nowhere
exit 1
stderr no overlay of this name was found: org\.example\.nowhere
