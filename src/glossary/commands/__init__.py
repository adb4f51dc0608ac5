"""The commands: one file each, with one function of the file's name. Only these print."""
