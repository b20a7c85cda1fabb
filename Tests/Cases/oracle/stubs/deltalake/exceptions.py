class DeltaError(Exception):
    pass


class TableNotFoundError(DeltaError):
    pass


class CommitFailedError(DeltaError):
    pass
