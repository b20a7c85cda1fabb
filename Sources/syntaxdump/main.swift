print("placeholder until the command is wired")
