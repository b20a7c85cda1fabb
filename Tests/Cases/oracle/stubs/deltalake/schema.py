from deltalake import Field, PrimitiveType, Schema  # noqa: F401
