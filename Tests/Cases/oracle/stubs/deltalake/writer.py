from deltalake import write_deltalake  # noqa: F401
