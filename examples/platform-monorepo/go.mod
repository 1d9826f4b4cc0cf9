module gpuaas.example/platform

go 1.19
