// The C parts of walking, reading and searching files.
