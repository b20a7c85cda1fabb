"""Just enough of a web framework: routes are kept, nothing is served."""


class _Router:
    def __init__(self, *args, **kwargs):
        self.routes = {}
        self.lifespan = kwargs.get("lifespan")

    def get(self, path, **kwargs):
        def keep(function):
            self.routes[path] = function
            return function
        return keep

    post = put = delete = get

    def include_router(self, router, **kwargs):
        self.routes.update(router.routes)


FastAPI = APIRouter = _Router


class BackgroundTasks:
    def add_task(self, function, *args, **kwargs):
        function(*args, **kwargs)


def Depends(dependency):
    return dependency
