import asyncio


async def run_sync(func, *args):
    return await asyncio.get_running_loop().run_in_executor(None, func, *args)
