from deltalake import DeltaTable, Metadata  # noqa: F401
