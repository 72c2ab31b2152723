"""Sentences that are right, each with a slip in it, over data of several domains: what does `check` say of both?"""
