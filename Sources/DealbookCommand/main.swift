print("dealbook")
