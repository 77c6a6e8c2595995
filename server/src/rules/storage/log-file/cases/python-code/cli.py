import argparse
import logging

parser = argparse.ArgumentParser()
# clean-next storage/log-file -- a program for the command line
logging.basicConfig(filename="import.log")
