"""Expands SAM templates with AWS's own translator: one JSON request a line in, one JSON answer a line out."""

import json
import logging
import sys
from types import SimpleNamespace

import samtranslator
from samtranslator.parser.parser import Parser
from samtranslator.public.exceptions import InvalidDocumentException
from samtranslator.translator.translator import Translator

logging.disable(logging.CRITICAL)

POLICY = "AWSLambdaBasicExecutionRole"


def expand(template, parameters, region):
    # In the service the translator finds the ARNs of managed policies by itself, and its Region from the session.
    policies = {POLICY: f"arn:aws:iam::aws:policy/service-role/{POLICY}"}
    session = SimpleNamespace(region_name=region)
    try:
        return {"template": Translator(policies, Parser(), boto_session=session).translate(template, parameters)}
    except InvalidDocumentException as error:
        return {"refused": [error.message, *(cause.message for cause in error.causes)]}


print(json.dumps({"version": samtranslator.__version__}), flush=True)
for line in sys.stdin:
    print(json.dumps(expand(**json.loads(line))), flush=True)
