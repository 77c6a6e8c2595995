import multiprocessing

# expect-next work/process-manager warning
workers = multiprocessing.cpu_count() * 2 + 1
# clean-next work/process-manager -- one process
threads = 4
