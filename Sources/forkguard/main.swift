ForkGuardTool.start()
