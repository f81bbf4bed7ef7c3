def simple():
    return 1

def chain(a, b):
    if a:
        return 1
    elif b:
        return 2
    else:
        return 3

def loops(xs):
    for x in xs:
        while x:
            x -= 1
    else:
        pass

async def waits(xs):
    async for x in xs:
        async with x:
            await x

def handles():
    try:
        pass
    except ValueError:
        pass
    except (A, B) as e:
        if e:
            raise
    else:
        pass
    finally:
        pass

def logic(a, b, c):
    if a and b and c or not a and b:
        return a or b
    assert a and b

def chooses(command):
    match command:
        case 0 | 1:
            return 1
        case [x, *_] if x:
            return 2
        case _:
            return 3

def comprehends(xs):
    return [x for x in xs if x if x > 1], {y: 1 for x in xs for y in x}

def decides(a):
    return 1 if a else 2 if not a else 3

def outer(a):
    if a:
        def inner(b):
            if b:
                pass
        return inner
