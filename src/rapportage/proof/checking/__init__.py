"""What is doubtful about figures that can all be read: do they agree with each other, their past and the text?"""
