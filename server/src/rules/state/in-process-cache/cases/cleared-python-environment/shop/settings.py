import environ

env = environ.Env()
# clean-next state/in-process-cache -- the Compose file says where the cache is
CACHES = {"default": env.cache(default="locmemcache://")}
